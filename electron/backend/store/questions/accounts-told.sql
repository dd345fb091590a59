-- params: from, to, from, to
-- Accounts of which something is stored that names callers: events of whatever service, or logged
-- calls with the identity that made them.
SELECT account_id FROM events
WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
  AND account_id IS NOT NULL
UNION
SELECT account_id FROM invocations
WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP)
  AND account_id IS NOT NULL AND principal_arn IS NOT NULL
ORDER BY account_id
