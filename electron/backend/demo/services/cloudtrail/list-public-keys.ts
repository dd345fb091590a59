import { msOfInstant } from '../../../../../shared/model/period.ts';
import { textOf, timeOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';

/** The service model names no limit. */
const PAGE = 50;

/** ListPublicKeys: the keys of the Region that were valid at some time of the range. */
export function listPublicKeys(call: Call): object {
  const { identity, input, region, world } = call;
  const now = msOfInstant(world.now);
  const from = timeOf(input, 'StartTime') ?? now;
  const to = timeOf(input, 'EndTime') ?? now;
  if (from > to) {
    const text = 'The start time must be before the end time.';
    throw new WireFault('InvalidTimeRangeException', 400, text);
  }
  const request = requestKey(input, `${identity.accountId} ${region}`, ['NextToken']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) {
    throw new WireFault('InvalidTokenException', 400, 'The token is not valid.');
  }
  const valid = world
    .digestKeys(region)
    .filter(
      ({ validFrom, validTo }) => msOfInstant(validFrom) <= to && msOfInstant(validTo) >= from,
    );
  const page = pageOf(valid, { offset, size: PAGE, request });
  return {
    PublicKeyList: page.items.map(({ value, fingerprint, validFrom, validTo }) => ({
      Value: value.toString('base64'),
      ValidityStartTime: msOfInstant(validFrom) / 1000,
      ValidityEndTime: msOfInstant(validTo) / 1000,
      Fingerprint: fingerprint,
    })),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  };
}
