// What a gateway of this kind usually is in Node: Express, http-proxy-middleware, express-rate-limit and ES256 verification by jose.
import http from 'node:http';
import express from 'express';
import rateLimit from 'express-rate-limit';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const { PORT, UPSTREAM, ISSUER } = process.env;
const keys = createRemoteJWKSet(new URL(`${ISSUER}/.well-known/jwks.json`));
const app = express();
app.disable('x-powered-by');
app.get('/health', (_, response) => response.json({ status: 'ok' }));
app.use(rateLimit({ windowMs: 60_000, limit: 600_000_000, standardHeaders: true, legacyHeaders: false }));
app.use(async (request, response, next) => {
  try {
    const token = request.headers.authorization?.replace(/^Bearer /i, '');
    if (token) await jwtVerify(token, keys, { issuer: 'ecommerce', audience: 'ecommerce', algorithms: ['ES256'] });
    next();
  } catch {
    response.status(401).json({ code: 'auth.token_invalid' });
  }
});
app.use(createProxyMiddleware({ target: UPSTREAM, agent: new http.Agent({ keepAlive: true, maxSockets: 256 }), xfwd: true }));
app.listen(Number(PORT), '127.0.0.1');
