-- The oldest and newest UTC day with events or usage, and how much is stored; days are NULL while
-- the store is empty. The counted days are those of usage alone: events tell calls, but count nothing.
SELECT CAST(CAST(min(oldest) AS DATE) AS VARCHAR) AS oldest_day,
  CAST(CAST(max(newest) AS DATE) AS VARCHAR) AS newest_day,
  CAST(sum(events) AS BIGINT) AS events, CAST(sum(invocations) AS BIGINT) AS invocations,
  CAST(sum(metric_points) AS BIGINT) AS metric_points,
  CAST(CAST(min(counted_oldest) AS DATE) AS VARCHAR) AS counted_oldest_day,
  CAST(CAST(max(counted_newest) AS DATE) AS VARCHAR) AS counted_newest_day
FROM (
  SELECT min(event_time) AS oldest, max(event_time) AS newest, count(*) AS events,
    0 AS invocations, 0 AS metric_points, CAST(NULL AS TIMESTAMP) AS counted_oldest,
    CAST(NULL AS TIMESTAMP) AS counted_newest
  FROM events
  UNION ALL
  SELECT min(time), max(time), 0, count(*), 0, min(time), max(time) FROM invocations
  UNION ALL
  SELECT min(period_start), max(period_start), 0, 0, count(*), min(period_start),
    max(period_start)
  FROM metrics
) parts
