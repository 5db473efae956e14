"""Sources that were read sentence by sentence: which sentence gave which figure, and why the others gave none."""
