/**
 * KEYS[1] the lease. ARGV[1] holder, ARGV[2] milliseconds.
 * Returns 1 when the holder has it now, 0 when another has it.
 */
export const ACQUIRE = `
local held = redis.call("GET", KEYS[1])
if held and held ~= ARGV[1] then return 0 end
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])
return 1`;

/**
 * KEYS[1] a lease or a cached value. ARGV[1] what it must hold.
 * Returns 1 when it was removed, 0 when it holds something else or nothing.
 */
export const REMOVE_IF = `
if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call("DEL", KEYS[1])`;

/**
 * KEYS[i] a bucket: a sorted set of what was taken, scored by the moment.
 * ARGV[1] now in milliseconds, or "" for the server's own clock; ARGV[2] a token no other call uses;
 * ARGV[2i+1] most and ARGV[2i+2] window in milliseconds of bucket i.
 * Returns 0 when one was taken from every bucket, else the milliseconds to wait; then nothing was taken.
 */
export const TAKE = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call("TIME")
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local wait = 0
for i, bucket in ipairs(KEYS) do
  local most, window = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
  redis.call("ZREMRANGEBYSCORE", bucket, "-inf", now - window)
  local count = redis.call("ZCARD", bucket)
  if count >= most then
    local leaves = redis.call("ZRANGE", bucket, count - most, count - most, "WITHSCORES")[2]
    wait = math.max(wait, leaves + window - now)
  end
end
if wait > 0 then return wait end
for i, bucket in ipairs(KEYS) do
  redis.call("ZADD", bucket, now, ARGV[2])
  redis.call("PEXPIRE", bucket, ARGV[2 * i + 2])
end
return 0`;
