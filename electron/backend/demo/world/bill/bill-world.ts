import type { Day, Instant } from '../../../../../shared/model/period.ts';
import type { Usd } from '../../../../../shared/model/usd.ts';
import type { WorldObject } from '../facts.ts';
import type { WorldProduct } from './price-list.ts';

/** One line of the organisation's bill: what a day's use of one kind cost one caller. */
export interface WorldBillLine {
  readonly day: Day;
  readonly payer: string;
  readonly accountId: string;
  readonly region: string;
  /** As Cost Explorer names it: `Amazon Bedrock`, `Claude Opus 5.5 (Amazon Bedrock Edition)`. */
  readonly service: string;
  /** `AmazonBedrock`; a random one for products of AWS Marketplace. */
  readonly productCode: string;
  readonly usageType: string;
  readonly operation: string;
  readonly lineItemType: 'Usage' | 'Credit' | 'Tax' | 'PrivateRateDiscount' | 'Fee';
  /** User or session ARN; empty where nobody in particular used it. */
  readonly principal: string;
  readonly resourceId: string;
  /** Tags of the resource (`user_team`) and of the caller (`iamPrincipal/team`). */
  readonly tags: Readonly<Record<string, string>>;
  /** Decimal text in `unit`. */
  readonly quantity: string;
  readonly unit: string;
  readonly cost: Usd;
  /** At public prices; the cost is less where a discount was negotiated. */
  readonly listCost: Usd;
}

/** A data export of an account. */
export interface WorldExport {
  readonly exportArn: string;
  readonly name: string;
  readonly accountId: string;
  readonly query: string;
  readonly tableConfigurations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly bucket: { readonly name: string; readonly region: string; readonly prefix: string };
  readonly overwrite: boolean;
  readonly createdAt: Instant;
  readonly refreshedAt: Instant;
}

/** What AWS bills the organisation. */
export interface BillWorld {
  /** Every line of all accounts, oldest day first; usage of the last 24 hours is not on it yet. */
  billLines(): readonly WorldBillLine[];
  /** The accounts whose lines an account may see: all of the organisation for its management. */
  billedAccounts(accountId: string): readonly string[];
  /** The data exports of an account. */
  exports(accountId: string): readonly WorldExport[];
  /** The public prices of one Region. */
  priceList(region: string): readonly WorldProduct[];
  /** The objects of the billing bucket, in key order. */
  billObjects(): readonly WorldObject[];
}
