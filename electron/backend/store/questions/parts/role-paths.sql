-- Invocation logs name a role without its path, events with it. Role names are unique in an account,
-- so the path that events tell belongs to the same role: bare_arn is what logs have.
role_paths AS (
  SELECT concat(split_part(principal_arn, '/', 1), '/', regexp_extract(principal_arn, '[^/]+$'))
      AS bare_arn,
    max(principal_arn) AS principal_arn
  FROM role_arns
  GROUP BY concat(split_part(principal_arn, '/', 1), '/',
    regexp_extract(principal_arn, '[^/]+$'))
)
