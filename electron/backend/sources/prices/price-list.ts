import { z } from 'zod';
import { ACCOUNT_SCOPE, type ReadOutcome } from '../../../../shared/model/dataset.ts';
import { type Day, dayOf, msOfInstant } from '../../../../shared/model/period.ts';
import { judgePrices } from '../../../../shared/prices/judge-prices.ts';
import { modelOfServiceName } from '../../../../shared/prices/model-spelling.ts';
import { type PricePoint, priceListPoints } from '../../../../shared/prices/price-points.ts';
import { renewPrices } from '../../../../shared/prices/renew-prices.ts';
import { type Caller, createCaller, outcomeOf } from '../../aws/caller.ts';
import type { Clients } from '../../aws/clients.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { list } from '../../aws/required.ts';
import type { SourceReading } from '../../store/store.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import {
  type OnSourceProgress,
  type SourceInfo,
  type SourceTools,
  sourceReading,
} from '../source.ts';

/** AWS's public prices of Bedrock; free to ask. */
export const priceList: SourceInfo = {
  id: 'price-list',
  title: 'AWS Price List of Bedrock',
  iamActions: ['pricing:GetProducts'],
};

/** The service codes under which AWS lists Bedrock. */
export const SERVICE_CODES = [
  'AmazonBedrock',
  'AmazonBedrockFoundationModels',
  'AmazonBedrockService',
  'AmazonBedrockAgentCore',
] as const;

/** The Price List answers in three Regions only; this is one of them. */
const ENDPOINT_REGION = 'us-east-1';
const LISTS_AT_ONCE = 4;
/** Prices change rarely; a week old is new enough. */
const FRESH_MS = 7 * 86_400_000;

const cursorSchema = z.object({ readAt: z.iso.datetime() });

export interface ReadPriceListOptions {
  readonly tools: SourceTools;
  /** Any account may ask; prices are the same for all. */
  readonly asker: { readonly accountId: string; readonly clients: Clients };
  readonly regions: readonly string[];
  readonly onProgress: OnSourceProgress;
}

/**
 * Reads the lists that are more than a week old, each service code and Region by itself; a list
 * that cannot be read keeps what was stored of it.
 * @throws AppError `cancelled`.
 */
export async function readPriceList(options: ReadPriceListOptions): Promise<SourceReading> {
  const { tools, asker, regions, onProgress } = options;
  const { profile } = asker.clients.connection;
  const { signal } = tools;
  const caller = createCaller({ region: ENDPOINT_REGION, profile, signal, identified: true });
  const lists = SERVICE_CODES.flatMap((code) => regions.map((region) => ({ code, region })));
  let outcome: ReadOutcome = { status: 'collected' };
  let items = 0;
  let done = 0;
  onProgress(0, lists.length);
  await inParallel(lists, LISTS_AT_ONCE, async (one) => {
    try {
      const prices = await readOne({ tools, clients: asker.clients, call: caller.call }, one);
      items += prices;
    } catch (error) {
      outcome = outcomeOf(error, priceList.title);
    }
    done += 1;
    onProgress(done, lists.length);
  });
  return sourceReading(priceList, {
    accountId: asker.accountId,
    region: ACCOUNT_SCOPE,
    readAt: tools.clock(),
    calls: caller.calls(),
    items,
    outcome,
  });
}

interface Asking {
  readonly tools: SourceTools;
  readonly clients: Clients;
  readonly call: Caller['call'];
}

interface RegionList {
  readonly code: (typeof SERVICE_CODES)[number];
  readonly region: string;
}

/** Reads and stores one list; answers how many prices it has, none when it is fresh enough. */
async function readOne(asking: Asking, { code, region }: RegionList): Promise<number> {
  const { tools } = asking;
  const name = `${code}/${region}`;
  const now = tools.clock();
  const cursor = await readCursor(tools.store, `price-list:${name}`, cursorSchema);
  if (cursor !== null && msOfInstant(now) - msOfInstant(cursor.readAt) < FRESH_MS) return 0;
  const entries = await askAll(asking, { code, region });
  const checkedOn = dayOf(now);
  const judged = judgePrices(pointsOf(entries, name, checkedOn));
  const before = await tools.store.bill.prices({ source: 'price-list', list: name });
  const renewed = renewPrices(before, judged, checkedOn);
  await tools.store.bill.putPrices({ source: 'price-list', lists: [name] }, renewed);
  await writeCursor(tools.store, `price-list:${name}`, { readAt: now });
  return judged.length;
}

function pointsOf(entries: readonly string[], name: string, checkedOn: Day): readonly PricePoint[] {
  const read = { list: name, checkedOn, modelOf: modelOfServiceName };
  return entries.flatMap((entry) => priceListPoints(entry, read) ?? []);
}

/** Every entry of a list, as the JSON texts that AWS answers. */
async function askAll({ clients, call }: Asking, { code, region }: RegionList) {
  const pages = paginate(
    (NextToken) =>
      call('pricing:GetProducts', async (options) =>
        (await clients.pricing(ENDPOINT_REGION)).getProducts(
          {
            ServiceCode: code,
            FormatVersion: 'aws_v1',
            Filters: [{ Type: 'TERM_MATCH', Field: 'regionCode', Value: region }],
            MaxResults: 100,
            NextToken,
          },
          options,
        ),
      ),
    (page) => page.NextToken,
    { of: 'pricing:GetProducts' },
  );
  const entries: string[] = [];
  for await (const page of pages) entries.push(...list(page.PriceList).map(String));
  return entries;
}
