# The two that a stranger needs: `make run` and `make test`. Both install what is missing (Debian 12).

.PHONY: run dev test fmt lint check stories pictures bench size

run: ## build as shipped and serve the demo city on http://127.0.0.1:3000
	@scripts/run

dev: ## rebuild and restart on each change
	@scripts/dev

test: ## everything: fmt, clippy, tests, release WASM, browser stories
	@scripts/test

fmt: ## format the code
	cargo fmt --all

check: ## does it compile, on the server's side and the browser's
	cargo check --workspace --exclude frontend --all-targets
	cargo check --package frontend --target wasm32-unknown-unknown

lint: ## clippy as `make test` runs it
	cargo clippy --workspace --exclude frontend --all-targets -- --deny warnings
	cargo clippy --package frontend --package app --features app/hydrate --target wasm32-unknown-unknown -- --deny warnings

stories: ## the browser stories alone
	@scripts/stories

pictures: ## take the pictures of docs/img anew
	@CITYHELM_PICTURES=1 scripts/stories

bench: ## what takes how long: an order to 1,031 centres, 26 million cases beside 260,000, 200 officers at once (docs/benchmarks.md)
	@scripts/bench

size: ## what a browser fetches first
	@scripts/size-report
