-- params: from, to
-- Request metadata as it came with calls, the most frequent first, and how often.
SELECT request_metadata, count(*) AS calls
FROM invocations
WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP) AND request_metadata IS NOT NULL
GROUP BY request_metadata
ORDER BY calls DESC, request_metadata
LIMIT 2000
