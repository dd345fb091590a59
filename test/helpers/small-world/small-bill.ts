import type { BillWorld } from '../../../electron/backend/demo/world/bill/bill-world.ts';

/** Nobody is billed anything in the small world. */
export const smallBill: BillWorld = {
  billLines: () => [],
  billedAccounts: (accountId) => [accountId],
  exports: () => [],
  priceList: () => [],
  billObjects: () => [],
};
