import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { afterAll, afterEach, describe, test } from "vitest";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { freshSchema } from "../../../../../test/support/fresh-schema.ts";
// @boundaries-ignore builders and vectors are shared by the tests of every package
import { postgresServer } from "../../../../../test/support/services.ts";
import { homeContract } from "../home.contract.ts";
import type { Home } from "../home.ts";
import { sessionsContract } from "../sessions.contract.ts";
import { openPostgresHome, openPostgresWith } from "./open-postgres.ts";

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});
const closing = (home: Home): Home => {
  endings.push(() => home.close());
  return home;
};

const server = await postgresServer();
if (server === null) onPglite();
else onServer(server);

function onServer(url: string): void {
  describe("PostgreSQL", () => {
    const open = async () => {
      const schema = await freshSchema(url);
      endings.push(schema.drop);
      return closing(await openPostgresHome(schema.url));
    };
    homeContract(open);
    sessionsContract(open);
  });
}

/** Where no server answers the same statements run on PGlite: one session, so nothing reads beside a transaction. */
function onPglite(): void {
  test.skip("PostgreSQL does not answer: the contract runs on PGlite", () => {});

  describe("PGlite", () => {
    let lite: PGlite | undefined;
    let schemas = 0;
    afterAll(() => lite?.close());

    homeContract(async () => {
      lite ??= await PGlite.create();
      schemas += 1;
      await lite.exec(`create schema s${schemas}; set search_path = s${schemas}`);
      return closing(await openPostgresWith({ ...createPgConfig(lite) }, "PGlite"));
    });
  });
}
