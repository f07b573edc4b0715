"""The purchase cycle's rules: form, simulation, history."""
