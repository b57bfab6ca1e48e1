# The commands of this project. Each finds its own tools and works from a fresh clone; see src/build/ for how.

.DEFAULT_GOAL := help
.PHONY: help run clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

run: ## build what is needed and serve http://localhost:8080 (PORT=... for another port)
	@src/build/run.sh

clean: ## remove everything that was built (the store in ./data stays)
	@rm -rf target node_modules frontend/generated src/main/bundles screenshots
	@rm -f package.json package-lock.json vite.config.ts vite.generated.ts tsconfig.json types.d.ts
