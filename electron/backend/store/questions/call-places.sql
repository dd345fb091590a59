-- params: from, to
-- The accounts, models and principals of logged calls, failed ones too.
SELECT DISTINCT l.account_id, l.model_key, coalesce(p.principal_arn, l.principal_arn) AS principal_arn
FROM invocation_days l
LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
WHERE l.day >= CAST(? AS DATE) AND l.day < CAST(? AS DATE)
ORDER BY 1, 2, 3
