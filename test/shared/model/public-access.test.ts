import { describe, expect, it } from 'vitest';
import type { Part, PublicAccessBlock } from '../../../shared/model/dataset.ts';
import {
  effectivePublicAccessBlock,
  isPublicByPolicy,
} from '../../../shared/model/public-access.ts';

const read = <T>(value: T): Part<T> => ({ read: true, value });
const DENIED = {
  read: false,
  outcome: { status: 'denied', action: 's3:GetAccountPublicAccessBlock', reason: 'no' },
} as const;

const OFF: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};
const ON: PublicAccessBlock = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const RESTRICTED = { ...OFF, restrictPublicBuckets: true };
const ACLS = { ...OFF, ignorePublicAcls: true };

type Block = Part<PublicAccessBlock | null>;

describe('the block of public access that holds', () => {
  it.each<[string, Block, Block, Part<PublicAccessBlock>]>([
    ['neither has one', read(null), read(null), read(OFF)],
    ['the bucket alone', read(ON), read(null), read(ON)],
    ['the account alone', read(null), read(ON), read(ON)],
    [
      'each a switch',
      read(ACLS),
      read(RESTRICTED),
      read({ ...RESTRICTED, ignorePublicAcls: true }),
    ],
    ['one off, one unread', read(OFF), DENIED, DENIED],
    ['half on, one unread', DENIED, read(RESTRICTED), DENIED],
    ['all on, one unread', read(ON), DENIED, read(ON)],
    ['both unread', DENIED, DENIED, DENIED],
  ])('%s', (_, publicAccessBlock, accountPublicAccessBlock, expected) => {
    const blocks = { publicAccessBlock, accountPublicAccessBlock };
    expect(effectivePublicAccessBlock(blocks)).toEqual(expected);
  });
});

describe('whether a policy lets anybody in', () => {
  it.each<[string, Part<boolean | null>, Block, Block, Part<boolean>]>([
    ['public, and nothing restricts it', read(true), read(OFF), read(null), read(true)],
    ['public, behind the bucket', read(true), read(RESTRICTED), read(null), read(false)],
    ['public, behind the account', read(true), read(null), read(RESTRICTED), read(false)],
    [
      'public, new policies refused',
      read(true),
      read({ ...OFF, blockPublicPolicy: true }),
      read(null),
      read(true),
    ],
    ['not public', read(false), DENIED, DENIED, read(false)],
    ['no policy', read(null), DENIED, DENIED, read(false)],
    ['public, account unread', read(true), read(OFF), DENIED, DENIED],
    ['public, bucket unread', read(true), DENIED, read(OFF), DENIED],
    ['public, behind the bucket, account unread', read(true), read(ON), DENIED, read(false)],
    ['unread, behind the account', DENIED, read(OFF), read(ON), read(false)],
    ['unread', DENIED, read(OFF), read(OFF), DENIED],
  ])('%s', (_, policyIsPublic, publicAccessBlock, accountPublicAccessBlock, expected) => {
    const bucket = { policyIsPublic, publicAccessBlock, accountPublicAccessBlock };
    expect(isPublicByPolicy(bucket)).toEqual(expected);
  });
});
