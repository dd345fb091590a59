import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { Breakable } from '../components/breakable.tsx';
import { PageLink } from '../components/page-link.tsx';
import { unreadText } from '../components/reading-words.ts';
import { When } from '../components/when.tsx';
import type { Fact, Value } from './entry.ts';
import { factText } from './facts.ts';
import { linkOfValue } from './things.ts';

const NamesContext = createContext<ReadonlyMap<string, string>>(new Map());

/** Gives values the names of what they name by id: knowledge bases, guardrails. */
export const NamesProvider = NamesContext.Provider;

/** The values of a fact in one line, for a cell: a warning stands before all of them. */
export function FactCell({ fact }: { readonly fact: Fact | undefined }) {
  const names = useContext(NamesContext);
  if (fact === undefined) return <span className="quiet">-</span>;
  const { values, unread, none } = fact;
  if (values.length + unread.length === 0) return <span className="quiet">{none}</span>;
  const line = (
    <Separated
      by=", "
      parts={[
        ...values.map((value) => ({ key: keyOf(value), node: <Plain value={shortened(value)} /> })),
        ...unread.map((outcome) => ({ key: unreadText(outcome), node: unreadText(outcome) })),
      ]}
    />
  );
  const warns = unread.length > 0 || values.some((value) => value.warns === true);
  return (
    <span title={values.map((value) => namedText(value, names)).join(', ') || factText(fact)}>
      {warns ? <StatusIndicator type="warning">{line}</StatusIndicator> : line}
    </span>
  );
}

/** The values of a fact below each other with their links, for details. */
export function FactList({ fact }: { readonly fact: Fact }) {
  const { values, unread, none } = fact;
  if (values.length + unread.length === 0) return <span className="quiet">{none}</span>;
  return (
    <Separated
      by={<br />}
      parts={[
        ...values.map((value) => ({ key: keyOf(value), node: <Linked value={value} /> })),
        ...unread.map((outcome) => ({
          key: unreadText(outcome),
          node: (
            <span title={outcome.reason}>
              <StatusIndicator type="warning">{unreadText(outcome)}</StatusIndicator>
            </span>
          ),
        })),
      ]}
    />
  );
}

interface SeparatedProps {
  readonly by: ReactNode;
  readonly parts: readonly { readonly key: string; readonly node: ReactNode }[];
}

function Separated({ by, parts }: SeparatedProps) {
  return parts.map(({ key, node }, index) => (
    <Fragment key={key}>
      {index === 0 ? null : by}
      {node}
    </Fragment>
  ));
}

function Linked({ value }: { readonly value: Value }) {
  const link = linkOfValue(value);
  const plain = <Plain value={value} />;
  const body =
    link === null ? (
      <span title={value.full ?? value.text}>{plain}</span>
    ) : (
      <span title={`${value.full ?? value.text}: ${link.words}`}>
        <PageLink to={link.to} query={link.query}>
          {plain}
        </PageLink>
      </span>
    );
  return value.warns === true ? <StatusIndicator type="warning">{body}</StatusIndicator> : body;
}

function Plain({ value }: { readonly value: Value }) {
  const text = namedText(value, useContext(NamesContext));
  if (value.at === undefined) return <Breakable text={text} />;
  return (
    <>
      {text === '' ? null : `${text} `}
      <When at={value.at} as="ago" />
    </>
  );
}

/** The text of a value with the name of what it names by id. */
function namedText({ text, full }: Value, names: ReadonlyMap<string, string>): string {
  const id = full === undefined ? '' : lastPart(full);
  const name = names.get(id);
  return name === undefined ? text : text.replace(id, name);
}

function shortened(value: Value): Value {
  return value.short === undefined ? value : { ...value, text: value.short };
}

function keyOf({ text, full, at }: Value): string {
  return `${text} ${full ?? ''} ${at ?? ''}`;
}

function lastPart(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}
