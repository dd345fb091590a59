import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { createContext, type ReactNode, useContext } from 'react';
import { PageLink } from '../../components/page-link.tsx';
import { unreadText } from '../../components/reading-words.ts';
import { When } from '../../components/when.tsx';
import type { Fact, Value } from './entry.ts';
import { factText } from './facts.ts';
import { linkOfValue } from './things.ts';

const NamesContext = createContext<ReadonlyMap<string, string>>(new Map());

/** Gives values the names of what they name by id: knowledge bases, guardrails. */
export const NamesProvider = NamesContext.Provider;

/** The values of a fact in one line, for a cell; all of it is on hover. */
export function FactCell({ fact }: { readonly fact: Fact | undefined }) {
  if (fact === undefined) return <span className="quiet">-</span>;
  return (
    <span title={factText(fact)}>
      <FactItems fact={fact} separator={<>, </>} />
    </span>
  );
}

/** The values of a fact below each other, for details. */
export function FactList({ fact }: { readonly fact: Fact }) {
  return <FactItems fact={fact} separator={<br />} />;
}

function FactItems({ fact, separator }: { readonly fact: Fact; readonly separator: ReactNode }) {
  const { values, unread, none } = fact;
  if (values.length + unread.length === 0) return <span className="quiet">{none}</span>;
  const shown = [
    ...values.map((value) => ({
      key: `${value.text} ${value.full ?? ''} ${value.at ?? ''}`,
      node: <ValueText value={value} />,
    })),
    ...unread.map((outcome) => ({
      key: unreadText(outcome),
      node: (
        <span title={outcome.reason}>
          <StatusIndicator type="warning">{unreadText(outcome)}</StatusIndicator>
        </span>
      ),
    })),
  ];
  return shown.map(({ key, node }, index) => (
    <span key={key}>
      {index === 0 ? null : separator}
      {node}
    </span>
  ));
}

function ValueText({ value }: { readonly value: Value }) {
  const names = useContext(NamesContext);
  const { full, at, warns } = value;
  const name = full === undefined ? undefined : names.get(full);
  const text = name === undefined ? value.text : value.text.replace(lastPart(full ?? ''), name);
  const link = linkOfValue(value);
  const body = (
    <>
      {link === null || text === '' ? (
        text
      ) : (
        <PageLink to={link.to} query={link.query} ariaLabel={`${text}: ${link.words}`}>
          {text}
        </PageLink>
      )}
      {at === undefined ? null : (
        <>
          {text === '' ? null : ' '}
          <When at={at} as="ago" />
        </>
      )}
    </>
  );
  if (warns !== true) return <span title={full ?? text}>{body}</span>;
  return <StatusIndicator type="warning">{body}</StatusIndicator>;
}

function lastPart(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}
