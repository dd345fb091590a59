import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { AccountEntitlement, ModelDetail } from '../../../shared/api/answers.ts';
import { unreadText } from '../../components/reading-words.ts';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { When } from '../../components/when.tsx';
import { countOf } from '../../format.ts';

/** Which account may use a model: agreement, authorization and entitlement as AWS tells them. */
export function ModelAccounts({ detail }: { readonly detail: ModelDetail }) {
  const offers = detail.offers.map(({ offers: each }) => each);
  const cards = offers.filter((each) => each.read && each.value.length > 0).length;
  const unread = offers.filter((each) => !each.read).length;
  return (
    <DataTable
      id="model-access"
      title="Accounts"
      description={
        cards + unread === 0
          ? 'AWS Marketplace does not meter it; no account has a rate card for it.'
          : `${countOf(cards, 'account')} with a rate card of AWS Marketplace${unread === 0 ? '' : `, ${unread} not read`}.`
      }
      variant="embedded"
      columns={COLUMNS}
      rows={detail.entitlements}
      trackBy={({ accountId, askedIn }) => `${accountId} ${askedIn}`}
      empty={
        <Empty title="Not known">
          A scan asks each account for it (bedrock:GetFoundationModelAvailability).
        </Empty>
      }
    />
  );
}

type Available = Extract<AccountEntitlement['availability'], { read: true }>['value'];

function statusColumn(
  id: string,
  header: string,
  { read, good }: { readonly read: (value: Available) => string; readonly good: string },
): Column<AccountEntitlement> {
  const textOf = ({ availability }: AccountEntitlement) =>
    availability.read ? read(availability.value) : unreadText(availability.outcome);
  return {
    id,
    header,
    cell: (row) => {
      const text = textOf(row);
      const type = !row.availability.read ? 'pending' : text === good ? 'success' : 'warning';
      return (
        <span title={text}>
          <StatusIndicator type={type}>{text.toLowerCase().replaceAll('_', ' ')}</StatusIndicator>
        </span>
      );
    },
    csv: textOf,
    sort: textOf,
    width: 140,
    grow: 1,
  };
}

const COLUMNS: readonly Column<AccountEntitlement>[] = [
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => accountId,
    csv: ({ accountId }) => accountId,
    sort: ({ accountId }) => accountId,
    width: 126,
  },
  statusColumn('agreement', 'Agreement', {
    read: ({ agreementStatus }) => agreementStatus,
    good: 'AVAILABLE',
  }),
  statusColumn('authorization', 'Authorization', {
    read: ({ authorizationStatus }) => authorizationStatus,
    good: 'AUTHORIZED',
  }),
  statusColumn('entitlement', 'Entitlement', {
    read: ({ entitlementAvailability }) => entitlementAvailability,
    good: 'AVAILABLE',
  }),
  {
    id: 'asked',
    header: 'Asked in',
    cell: ({ askedIn }) => askedIn,
    csv: ({ askedIn }) => askedIn,
    sort: ({ askedIn }) => askedIn,
    width: 120,
  },
  {
    id: 'read',
    header: 'Read',
    cell: ({ readAt }) => <When at={readAt} as="ago" />,
    csv: ({ readAt }) => readAt,
    sort: ({ readAt }) => readAt,
    width: 110,
  },
];
