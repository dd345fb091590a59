import type { Instant } from '../../../../shared/model/period.ts';
import type { Database } from '../database.ts';
import type { BillStore } from './bill-store.ts';
import { knowsTag, putCostExplorer, putCostExplorerTag, servicesTold } from './cost-explorer.ts';
import { knowsDelivery, putDelivery } from './deliveries.ts';
import { pricesVersion, putPrices, readPrices } from './prices.ts';

/** The bill and the prices of an open database. */
export function createBillStore(
  database: Pick<Database, 'read' | 'write'>,
  now: () => Instant,
): BillStore {
  const { read, write } = database;
  return {
    putCostExplorer: (answer) => write((c) => putCostExplorer(c, answer)),
    putCostExplorerTag: (answer) => write((c) => putCostExplorerTag(c, answer)),
    servicesTold: (of) => read((c) => servicesTold(c, of)),
    knowsTag: (payer, tagKey) => read((c) => knowsTag(c, payer, tagKey)),
    knowsDelivery: (delivery) => read((c) => knowsDelivery(c, delivery)),
    putDelivery: (delivery, signal) => putDelivery(database, delivery, { now, signal }),
    putPrices: (lists, prices) => write((c) => putPrices(c, lists, prices)),
    prices: (of) => read((c) => readPrices(c, of)),
    pricesVersion: () => read(pricesVersion),
  };
}
