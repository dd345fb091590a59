-- How many events the filters leave.
SELECT count(*) AS total
FROM chosen_events
