-- params: from, to, identities
-- Who said that they made a call, where a session was begun with a source identity: events tell it,
-- logs do not. Read only where `identities` asks for it; a log and its event may differ by seconds.
source_identities AS (
  SELECT request_id, max(source_identity) AS source_identity
  FROM events
  WHERE event_time >= CAST(? AS TIMESTAMP) - INTERVAL '1' HOUR
    AND event_time < CAST(? AS TIMESTAMP) + INTERVAL '1' HOUR
    AND CAST(? AS BOOLEAN) AND source_identity IS NOT NULL AND request_id IS NOT NULL
  GROUP BY request_id
)
