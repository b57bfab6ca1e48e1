# The commands of this project. Each finds its own tools and works from a fresh clone; src/build/ says how.

.DEFAULT_GOAL := help
.PHONY: help run test dev demo-change bench screenshots verify-audit clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

run: ## build what is needed and serve http://localhost:8080 (PORT=... for another port)
	@src/build/run.sh

test: ## run every test, in a real browser too
	@src/build/test.sh

dev: ## serve for working on it: changes show at once
	@src/build/dev.sh

demo-change: ## write a visible test change into the running board; again takes it back
	@src/build/demo-change.sh

bench: ## measure speed and memory, beside a bare page with the same charts
	@src/build/bench.sh

screenshots: ## take every page at four widths, light and dark, English and Chinese (PAGES="/ /policy" for some)
	@src/build/screenshots.sh $(PAGES)

verify-audit: ## compute every hash of the desk's log anew; the board must be stopped
	@src/build/verify-audit.sh

clean: ## remove everything that was built; the store in ./data stays
	@rm -rf target node_modules frontend/generated src/main/bundles screenshots
	@rm -f package.json package-lock.json vite.generated.ts tsconfig.json types.d.ts
