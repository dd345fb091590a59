import { type Instant, instantOfMs } from '../../../../shared/model/period.ts';
import type { IngestContext } from './context.ts';

/** A time of which files hold invocations: that of the first and the last one. */
export interface ToldTime {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The hours of which files in S3 gave invocations of an account and Region, oldest first, each from
 * its first to its last one.
 */
export async function hoursFromS3(
  { database }: Pick<IngestContext, 'database'>,
  place: { readonly accountId: string; readonly region: string },
): Promise<readonly ToldTime[]> {
  const rows = await database.read((connection) =>
    connection.rows(
      `SELECT epoch_ms(min(i.time)) AS first, epoch_ms(max(i.time)) AS last
       FROM invocation_rows i JOIN file_rows f ON f.file_id = i.file_id
       WHERE f.origin = 's3' AND i.account_id = ? AND i.region = ?
       GROUP BY date_trunc('hour', i.time) ORDER BY 1`,
      [place.accountId, place.region],
    ),
  );
  return rows.map(({ first, last }) => ({
    from: instantOfMs(Number(first)),
    to: instantOfMs(Number(last)),
  }));
}
