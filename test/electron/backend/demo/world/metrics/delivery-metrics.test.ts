import { expect, test } from 'vitest';
import { PERMISSION_CHECK } from '../../../../../../electron/backend/demo/world/invocation-log-objects.ts';
import { INVOCATION_LOG_GROUP } from '../../../../../../electron/backend/demo/world/organization.ts';
import { NOW, objectTexts, places, sumBy, world } from '../test-world.ts';
import { seriesOf, totalOf } from './world-series.ts';

const DUBLIN = '555566667777 eu-west-1';
const counted = (destination: string) =>
  sumBy(
    seriesOf('AWS/Bedrock', `ModelInvocation${destination}`, []),
    ({ place }) => `${place.accountId} ${place.region}`,
    (series) => totalOf([series]),
  );

test('S3 got as many records as lie there', () => {
  const records = objectTexts('/BedrockModelInvocationLogs/').flatMap((text) =>
    text.trimEnd().split('\n'),
  );
  const placeOf = (line: string) => {
    const { accountId, region } = JSON.parse(line);
    return `${accountId} ${region}`;
  };
  expect(counted('LogsS3DeliverySuccess')).toEqual(sumBy(records, placeOf, () => 1));
  expect(counted('LogsS3DeliveryFailure').size).toBe(0);
});

test('log groups got as many as they hold; the late ones of the last minutes are on their way', () => {
  const told = counted('LogsCloudWatchDeliverySuccess');
  expect([...told.keys()]).toEqual(['555566667777 eu-central-1', DUBLIN]);
  for (const { accountId, region } of places) {
    const events = world
      .logEvents({ accountId, region, logGroup: INVOCATION_LOG_GROUP }, 0, Date.parse(NOW) + 1)
      .filter(({ message }) => message !== PERMISSION_CHECK);
    const late = (told.get(`${accountId} ${region}`) ?? 0) - events.length;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(5);
  }
});

test('one log group failed for three hours, and missed what S3 has', () => {
  const failed = counted('LogsCloudWatchDeliveryFailure');
  expect([...failed.keys()]).toEqual([DUBLIN]);
  const s3 = counted('LogsS3DeliverySuccess').get(DUBLIN) ?? 0;
  const group = counted('LogsCloudWatchDeliverySuccess').get(DUBLIN) ?? 0;
  expect(failed.get(DUBLIN)).toBe(s3 - group);
  const [series] = seriesOf('AWS/Bedrock', 'ModelInvocationLogsCloudWatchDeliveryFailure', []);
  const hours = [...(series?.metric.hours.keys() ?? [])].map((ms) => new Date(ms).toISOString());
  expect(hours.sort()).toEqual(['13', '14', '15'].map((hour) => `2026-11-11T${hour}:00:00.000Z`));
});
