import { randomBytes } from "node:crypto";
import pg from "pg";

/** A schema of its own on a PostgreSQL server; `url` leads into it. */
export type FreshSchema = Readonly<{ url: string; drop: () => Promise<void> }>;

export async function freshSchema(server: string): Promise<FreshSchema> {
  const name = `gongkai_test_${randomBytes(8).toString("hex")}`;
  await once(server, `create schema ${name}`);
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${name} -c client_min_messages=warning`);
  return { url: url.href, drop: () => once(server, `drop schema ${name} cascade`) };
}

async function once(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`set client_min_messages = warning; ${sql}`);
  } finally {
    await client.end();
  }
}
