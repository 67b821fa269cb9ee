import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '#access';
import { AnswersFile } from '#edge';
import { ApiDocument } from './api-document.js';
import { docsPage, docsScript, docsStyle } from './docs-page.js';

/** The description of the API, for programs and for people; nothing on it comes from another server. */
@Controller()
@Public()
export class DocsController {
  constructor(private readonly document: ApiDocument) {}

  /** The OpenAPI 3.1 document. */
  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @AnswersFile('application/json')
  openapi(): string {
    return this.document.text();
  }

  /** The same as a page to read. */
  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @AnswersFile('text/html')
  page(): string {
    return docsPage;
  }

  /** The script of that page. */
  @Get('docs/page.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @AnswersFile('text/javascript')
  script(): string {
    return docsScript;
  }

  /** The style of that page. */
  @Get('docs/page.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @AnswersFile('text/css')
  style(): string {
    return docsStyle;
  }
}
