-- The chosen days by principal: invocation logs know it, metrics do not. Adds up to usage_days.
principal_days AS (
  SELECT l.day, l.account_id, l.region, l.model_key, l.tier,
    coalesce(p.principal_arn, l.principal_arn) AS principal_arn,
    'invocation-logs' AS basis, l.calls, l.input, l.output, l.cache_read, l.cache_write,
    l.cache_write_5m, l.cache_write_1h, 0 AS images, l.long_context
  FROM log_principals l
  LEFT JOIN compared c ON c.day = l.day AND c.account_id = l.account_id
    AND c.region = l.region AND c.model_key = l.model_key
  LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
  WHERE c.basis IS NULL OR c.basis = 'invocation-logs'
  UNION ALL
  SELECT day, account_id, region, model_key, tier, CAST(NULL AS VARCHAR), basis, calls, input,
    output, cache_read, cache_write, cache_write_5m, cache_write_1h, images,
    CAST(NULL AS BOOLEAN)
  FROM usage_days
  WHERE basis = 'metrics'
)
