"""The supervisor's screen: where purchases concentrate, how well the cycle foresees, the rules."""
