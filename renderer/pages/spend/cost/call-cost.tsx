import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { SpendCall } from '../../../../shared/api/answers.ts';
import { Money } from '../../../components/money.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { When } from '../../../components/when.tsx';
import { exactCount } from '../../../format.ts';
import { priceTerms } from '../../../spend/price-words.ts';
import { unitName } from '../../../spend/unit-name.ts';
import { callQuantities } from './call-columns.tsx';
import { type CallLine, callLines } from './call-lines.ts';

/** What one invocation cost, and every price line behind it with source and day. */
export function CallCost({ call }: { readonly call: SpendCall }) {
  return (
    <Container
      header={
        <Header variant="h3" description={<When at={call.time} />}>
          {call.model ?? call.modelId ?? 'Invocation'}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <KeyValuePairs
          columns={4}
          minColumnWidth={130}
          items={[
            { label: 'Cost', value: <Amount call={call} /> },
            ...callQuantities(call).map(([label, value]) => ({ label, value })),
            { label: 'Request id', value: call.requestId },
            ...(call.principalArn === null
              ? []
              : [
                  {
                    label: 'Principal',
                    value: (
                      <PageLink to="/audit" query={{ principal: call.principalArn }}>
                        {call.principalArn}
                      </PageLink>
                    ),
                  },
                ]),
          ]}
        />
        {call.prices.length === 0 ? null : (
          <dl className="price-lines" aria-label="Price lines">
            {callLines(call).map((line) => (
              <LineOfCall key={JSON.stringify(line.price)} line={line} />
            ))}
          </dl>
        )}
      </SpaceBetween>
    </Container>
  );
}

function Amount({ call }: { readonly call: SpendCall }) {
  if (call.usd === null) {
    return (
      <>
        {call.errorCode === null ? <ProvenanceBadge provenance="unpriced" /> : null}{' '}
        {call.unpricedReason ?? 'A failed call uses nothing.'}
      </>
    );
  }
  return (
    <>
      <Money usd={call.usd} /> <ProvenanceBadge provenance="metered" />
    </>
  );
}

function LineOfCall({ line }: { readonly line: CallLine }) {
  const { price, quantity, usd: amount } = line;
  const { per, unit, scope, tier, context, discount } = price;
  return (
    <div>
      <dt>
        {unitName(unit)}: <strong className="figure">{priceTerms(price)}</strong>
        {quantity === null || amount === null ? null : (
          <>
            {' '}
            x {exactCount(quantity)} = <Money usd={amount} />
          </>
        )}
      </dt>
      <dd>
        {scope}, {tier}
        {context === 'long' ? ', long context' : ''}, valid from {price.validFrom}. {price.source},
        checked on {price.checkedOn}.
        {discount === undefined
          ? null
          : ` ${discount.percentOff} % off ${priceTerms({ unit, per, usd: discount.listedUsd })}: ${discount.note}`}
      </dd>
    </div>
  );
}
