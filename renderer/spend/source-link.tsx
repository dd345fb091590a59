import Link from '@cloudscape-design/components/link';
import { Breakable } from '../components/breakable.tsx';

/** The source of a price by its name, with the address that it gives. */
export function SourceLink({ source }: { readonly source: string }) {
  const address = /\((https:\/\/[^)\s]+)\)/.exec(source)?.[1];
  if (address === undefined) return <Breakable text={source} />;
  const name = source.replace(` (${address})`, '');
  return (
    <Link href={address} external fontSize="inherit" ariaLabel={`Open the source: ${name}`}>
      <Breakable text={name} />
    </Link>
  );
}
