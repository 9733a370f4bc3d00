"""Political groups: in the list, in the legend, and in the history of the Assembly."""

from declparse.rules.groups.abbreviations import group_not_in_force, undeclared_group, unknown_group
from declparse.rules.groups.lines import legend_out_of_order, repeated_group, unused_group, wrong_group_name
from declparse.rules.support.check import Check
from declparse.rules.support.rule import RuleOn

RULES: tuple[RuleOn[Check], ...] = (
    undeclared_group,
    unused_group,
    unknown_group,
    wrong_group_name,
    group_not_in_force,
    repeated_group,
    legend_out_of_order,
)
