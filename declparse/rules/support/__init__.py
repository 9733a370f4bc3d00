"""What several families of rules need."""
