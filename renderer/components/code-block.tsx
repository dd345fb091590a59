import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactNode } from 'react';

interface CodeBlockProps {
  readonly text: string;
  /** What it is, for screen readers: `IAM policy`. */
  readonly label: string;
  /** Height in pixels from which it scrolls. */
  readonly maxHeight?: number;
  /** The same text with its parts marked; plain without. */
  readonly children?: ReactNode;
}

/** Text as code with a copy button; long ones scroll inside. */
export function CodeBlock({ text, label, maxHeight = 420, children = text }: CodeBlockProps) {
  return (
    <section className="code-block" aria-label={label}>
      <div className="code-block-copy">
        <CopyToClipboard
          variant="icon"
          copyButtonAriaLabel={`Copy ${label}`}
          textToCopy={text}
          copySuccessText="Copied"
          copyErrorText="The clipboard refused"
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <pre className="code-block-text" style={{ maxHeight }} tabIndex={0}>
        {children}
      </pre>
    </section>
  );
}
