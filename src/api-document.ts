import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './platform/problem.view.js';

/** The API as an OpenAPI document: `/docs` shows it, the web client's types are made of it. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Mặt Bằng')
    .setDescription('Theo dõi bồi thường, giải phóng mặt bằng, di chuyển mộ và đơn thư của UBND phường')
    .setVersion('0.1.0')
    .addCookieAuth('matbang')
    .addGlobalResponse({
      status: 'default',
      description: 'Refused, or failed',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    })
    .build();
  return SwaggerModule.createDocument(app, description, {
    extraModels: [Problem],
    operationIdFactory: (_controller, method) => method,
  });
}
