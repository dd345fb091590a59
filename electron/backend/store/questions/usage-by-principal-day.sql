-- Billable quantities per UTC day and principal; hours that only metrics counted have no principal.
-- `calls` counts the calls of the whole group (day, account, Region, model, tier, principal, basis)
-- and is the same on each of its units: never add it up over units.
SELECT d.day, d.account_id, d.region, d.model_key, d.tier, d.principal_arn, u.unit,
  CASE u.unit
    WHEN 'input-tokens' THEN d.input
    WHEN 'output-tokens' THEN d.output
    WHEN 'cache-read-tokens' THEN d.cache_read
    WHEN 'cache-write-tokens' THEN d.cache_write
    WHEN 'cache-write-5m-tokens' THEN d.cache_write_5m
    ELSE d.cache_write_1h
  END AS quantity,
  d.basis, d.calls
FROM (
  SELECT CAST(CAST(hour AS DATE) AS VARCHAR) AS day, account_id, region, model_key, tier,
    principal_arn, basis, CAST(sum(calls) AS BIGINT) AS calls, CAST(sum(input) AS BIGINT) AS input,
    CAST(sum(output) AS BIGINT) AS output, CAST(sum(cache_read) AS BIGINT) AS cache_read,
    CAST(sum(cache_write) AS BIGINT) AS cache_write,
    CAST(sum(cache_write_5m) AS BIGINT) AS cache_write_5m,
    CAST(sum(cache_write_1h) AS BIGINT) AS cache_write_1h
  FROM principal_hours
  GROUP BY CAST(CAST(hour AS DATE) AS VARCHAR), account_id, region, model_key, tier,
    principal_arn, basis
) d
CROSS JOIN (VALUES ('input-tokens'), ('output-tokens'), ('cache-read-tokens'),
  ('cache-write-tokens'), ('cache-write-5m-tokens'), ('cache-write-1h-tokens')) AS u (unit)
WHERE CASE u.unit
    WHEN 'input-tokens' THEN d.input
    WHEN 'output-tokens' THEN d.output
    WHEN 'cache-read-tokens' THEN d.cache_read
    WHEN 'cache-write-tokens' THEN d.cache_write
    WHEN 'cache-write-5m-tokens' THEN d.cache_write_5m
    ELSE d.cache_write_1h
  END > 0
ORDER BY d.day, d.account_id, d.region, d.model_key, d.tier, d.principal_arn, d.basis, u.unit
