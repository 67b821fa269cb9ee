import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './menu.css';

export interface TooltipProps {
  /** The kit's `Button`. */
  readonly children: ReactNode;
  readonly text: string;
}

/** A word about a button, on hover and focus. Touch never sees it, so it holds nothing that is needed. */
export function Tooltip({ children, text }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={150}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
