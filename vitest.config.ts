import { defineConfig } from "vitest/config";

// Tests read the packages' sources, so no build is needed before them; `node` reads dist.
const fromSource = {
  resolve: { conditions: ["@gongkai/source"] },
  ssr: { resolve: { conditions: ["@gongkai/source"] } },
};

/** Around files whose simulators stand before the product: nothing it did may be what the platform calls wrong. */
const WATCHED = ["./test/support/no-violations.ts"];

const project = (name: string, include: string[], setupFiles: string[] = []) => ({
  ...fromSource,
  test: {
    name,
    include,
    setupFiles,
    exclude: ["**/dist/**", "**/node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  ...fromSource,
  test: {
    maxWorkers: 2,
    reporters: ["default", "./test/support/closing-line.ts"],
    projects: [
      project("schema", ["packages/schema/src/**/*.test.ts"]),
      project("reporter", ["packages/reporter/src/**/*.test.ts"]),
      project("bot", ["packages/bot/src/**/*.test.ts"], WATCHED),
      project("simulator", ["packages/simulator/src/**/*.test.ts"]),
      project("architecture", ["test/architecture/**/*.test.ts"]),
      project(
        "stories",
        ["test/{stories,contracts,golden,vectors,understanding,browser,crash,chaos}/**/*.test.ts"],
        WATCHED,
      ),
    ],
  },
});
