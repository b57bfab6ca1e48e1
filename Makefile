# The commands of this project. Each finds its own tools and works from a fresh clone; src/build/ says how.

.DEFAULT_GOAL := help
.PHONY: help run test dev demo-change bench screenshots verify-audit restore rebuild verify crash load day soak restarts clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

run: ## build what is needed and serve http://localhost:8080 (PORT=... for another port)
	@src/build/run.sh

test: ## run every test, in a real browser too
	@src/build/test.sh

dev: ## serve for working on it: changes show at once
	@src/build/dev.sh

verify-audit: ## compute every hash of the desk's log anew; the board must be stopped
	@src/build/verify-audit.sh

restore: ## put a backup back (BACKUP=data/backups/....sql.gz), and what the journal has saved since; stop the program first
	@src/build/store.sh restore $(BACKUP)

rebuild: ## make the store anew from the journal; stop the program first
	@src/build/store.sh rebuild

verify: ## open a backup in a second store and compare counts and hashes (BACKUP=...)
	@src/build/store.sh verify $(BACKUP)

crash: ## kill the writing process again and again, damage its store, and look for what is lost (ROUNDS=100)
	@src/build/crash.sh

demo-change: ## write a visible test change into the running board; again takes it back
	@src/build/demo-change.sh

bench: ## measure speed and memory, beside a bare page with the same charts
	@src/build/bench.sh

screenshots: ## take every page at four widths, light and dark, English and Chinese (PAGES="/ /policy" for some)
	@src/build/screenshots.sh $(PAGES)

load: ## put many displays on one wall and measure what a change costs (DISPLAYS=1000)
	@src/build/load.sh $(DISPLAYS)

day: ## play a day of changes, one a minute, to many displays at sixty times its speed and see that none is missed and no memory grows (DISPLAYS=200 HOURS=24)
	@src/build/day.sh $(or $(DISPLAYS),200) $(HOURS)

soak: ## let a wall rotate under a stream of changes and see that no memory grows (MINUTES=60 UPDATES=100000)
	@src/build/soak.sh $(or $(MINUTES),60) $(or $(UPDATES),100000)

restarts: ## kill the server under a wall that nobody touches (TIMES=50)
	@src/build/restarts.sh $(TIMES)

clean: ## remove everything that was built; the store in ./data stays
	@rm -rf target node_modules frontend/generated src/main/bundles screenshots
	@rm -f package.json package-lock.json vite.generated.ts tsconfig.json types.d.ts
