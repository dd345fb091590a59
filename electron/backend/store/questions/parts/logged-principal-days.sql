-- All that logs tell by principal, also of days that are counted by metrics: what a principal is known
-- to have used. It does not add up to usage_days.
principal_days AS (
  SELECT l.day, l.account_id, l.region, l.model_key, l.tier,
    coalesce(p.principal_arn, l.principal_arn) AS principal_arn,
    'invocation-logs' AS basis, l.calls, l.input, l.output, l.cache_read, l.cache_write,
    l.cache_write_5m, l.cache_write_1h, 0 AS images, l.long_context
  FROM log_principals l
  LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
)
