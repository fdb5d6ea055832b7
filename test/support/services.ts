import { Redis } from "ioredis";
import pg from "pg";

/**
 * Servers that some suites need. One that does not answer is a loud skip; with GONGKAI_TEST_SERVICES=required it is a
 * failure of the suite that asks for it. GONGKAI_TEST_POSTGRES and GONGKAI_TEST_REDIS name others than this machine's;
 * `off` stands for "not there".
 */
const PATIENCE_MS = 2_000;

/** The URL of a PostgreSQL server on which schemas can be made, or null. */
export function postgresServer(): Promise<string | null> {
  const url = process.env.GONGKAI_TEST_POSTGRES ?? "postgres://postgres@127.0.0.1:5432/postgres";
  return answering("PostgreSQL", url, async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
    await client.connect();
    await client.end();
  });
}

/** The URL of a Redis server, or null. */
export function redisServer(): Promise<string | null> {
  const url = process.env.GONGKAI_TEST_REDIS ?? "redis://127.0.0.1:6379";
  return answering("Redis", url, async () => {
    const redis = new Redis(url, { lazyConnect: true, connectTimeout: PATIENCE_MS, retryStrategy: () => null });
    redis.on("error", () => {}); // connect rejects with the same reason
    try {
      await redis.connect();
    } finally {
      redis.disconnect();
    }
  });
}

async function answering(name: string, url: string, reach: () => Promise<void>): Promise<string | null> {
  try {
    if (url === "off") throw new Error(`${name} is switched off`);
    await reach();
    return url;
  } catch (cause) {
    if (process.env.GONGKAI_TEST_SERVICES === "required") {
      throw new Error(`${name} is required (GONGKAI_TEST_SERVICES=required) and does not answer`, { cause });
    }
    console.warn(`SKIPPED: ${name} does not answer; its suites do not run here`);
    return null;
  }
}
