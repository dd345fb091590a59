-- params: from, to
-- The sessions of logged calls, by the source identity that they were begun with, and with the user of
-- Identity Center that events name behind them.
SELECT l.principal_arn, l.session_name, l.source_identity, max(u.on_behalf_of) AS on_behalf_of
FROM (
  SELECT DISTINCT coalesce(p.principal_arn, c.principal_arn) AS principal_arn, c.session_name,
    i.source_identity
  FROM logged_calls c
  LEFT JOIN role_paths p ON p.bare_arn = c.principal_arn
  LEFT JOIN source_identities i ON i.request_id = c.request_id
  WHERE c.time >= CAST(? AS TIMESTAMP) AND c.time < CAST(? AS TIMESTAMP)
    AND c.principal_arn IS NOT NULL AND c.session_name IS NOT NULL
) l
LEFT JOIN (
  SELECT principal_arn, session_name, max(on_behalf_of) AS on_behalf_of
  FROM events
  WHERE on_behalf_of IS NOT NULL
  GROUP BY principal_arn, session_name
) u ON u.principal_arn = l.principal_arn AND u.session_name = l.session_name
GROUP BY l.principal_arn, l.session_name, l.source_identity
ORDER BY 1, 2, 3
