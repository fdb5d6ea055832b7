import type { Dialect } from "./sql-driver.ts";

type Statements = readonly string[];
export type Migration = Readonly<{ number: number; name: string } & Record<Dialect["name"] | "both", Statements>>;

/**
 * The schema, step by step. A step that has been released is never edited: a change is a new line at the end.
 * Columns are text and bigint only; whatever is searched has its own column; times are epoch milliseconds.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    name: "ledger and its erasable side tables",
    both: [
      `create table ledger (
        organ text not null, seq bigint not null, id text not null,
        body text not null, previous text not null, hash text not null,
        primary key (organ, seq), unique (organ, id))`,
      `create table words (
        organ text not null, record text not null, salt text not null, text text not null,
        primary key (organ, record))`,
      `create table person (
        organ text not null, case_id text not null, salt text not null, digest text not null, detail text not null,
        primary key (organ, case_id))`,
    ],
    sqlite: [
      `create trigger ledger_never_changes before update on ledger
        begin select raise(abort, 'the ledger is append-only'); end`,
      `create trigger ledger_never_shrinks before delete on ledger
        begin select raise(abort, 'the ledger is append-only'); end`,
      // INSERT OR REPLACE deletes without firing a delete trigger
      `create trigger ledger_never_replaces before insert on ledger
        when exists (select 1 from ledger where organ = new.organ and (seq = new.seq or id = new.id))
        begin select raise(abort, 'the ledger is append-only'); end`,
    ],
    postgres: [
      `create function ledger_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'the ledger is append-only'; end $$`,
      `create trigger ledger_never_changes before update or delete on ledger
        for each row execute procedure ledger_is_append_only()`,
      `create trigger ledger_never_shrinks before truncate on ledger
        for each statement execute procedure ledger_is_append_only()`,
    ],
  },
  {
    number: 2,
    name: "inbox, outbox, conversations and jobs",
    both: [
      `create table inbox (
        place bigint not null primary key, organ text not null, message_key text not null, sender text not null,
        sent_at bigint not null, received_at bigint not null, payload text not null,
        nonce text not null, body_digest text not null,
        state text not null, attempts bigint not null, due_at bigint not null, outcome text,
        unique (organ, message_key))`,
      "create index inbox_by_state on inbox (state, organ, place)",
      "create index inbox_by_nonce on inbox (organ, nonce)",
      `create table outbox (
        organ text not null, place bigint not null, row_key text not null, recipient text not null, body text not null,
        not_before bigint not null, created_at bigint not null,
        state text not null, attempts bigint not null, due_at bigint not null, hidden_until bigint not null,
        settled_at bigint, result text, why text,
        primary key (organ, place), unique (organ, row_key))`,
      "create index outbox_by_state on outbox (state, organ, recipient, place)",
      `create table talk (
        organ text not null, member text not null, state text not null, kept_at bigint not null,
        primary key (organ, member))`,
      `create table miss (
        organ text not null, miss_key text not null, happened_at bigint not null, kind text not null,
        said text not null, reading text not null, became text,
        primary key (organ, miss_key))`,
      "create index miss_by_time on miss (organ, happened_at)",
      `create table job (
        organ text not null, job_key text not null, kind text not null, payload text not null,
        due_at bigint not null, hidden_until bigint not null, attempts bigint not null, done_at bigint, why text,
        primary key (organ, job_key))`,
      "create index job_by_due on job (done_at, due_at)",
      "create table probe (id bigint not null primary key, writes bigint not null)",
      "insert into probe (id, writes) values (1, 0)",
    ],
    sqlite: [],
    postgres: [],
  },
  {
    number: 3,
    name: "notes",
    both: [
      `create table note (
        organ text not null, note_key text not null, text text not null, kept_at bigint not null,
        primary key (organ, note_key))`,
    ],
    sqlite: [],
    postgres: [],
  },
];
