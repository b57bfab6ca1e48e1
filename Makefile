# The commands of this project. Each finds its own tools and works from a fresh clone; src/build/ says how.

.DEFAULT_GOAL := help
.PHONY: help run test dev demo-change bench screenshots verify-audit restore rebuild verify crash clean
