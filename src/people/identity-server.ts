import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { DomainError } from '../domain/errors.js';
import type { Config, OidcConfig } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';

/** What the browser keeps, sealed, while it is away at the identity server. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
  /** Where the identity server was told to return to. */
  returnTo: string;
  /** The screen asked for before the sign-in. */
  screen: string;
}

/** Whom the identity server vouches for. */
export interface Vouched {
  issuer: string;
  subject: string;
  /** Only when verified. */
  email?: string;
  /** The claim that is a login here, where one is configured. */
  login?: string;
}

/** The province's identity server (OpenID Connect, code flow with PKCE, state and nonce). */
@Injectable()
export class IdentityServer {
  private readonly log = new Logger('OIDC');
  private readonly settings: OidcConfig | undefined;
  private found: Promise<Configuration> | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.settings = config.oidc;
  }

  get configured(): boolean {
    return this.settings !== undefined;
  }

  /** Where to send the browser, and what it has to bring back. */
  async begin(returnTo: string, screen: string): Promise<{ url: string; errand: Errand }> {
    const client = await import('openid-client');
    const server = await this.server();
    const verifier = client.randomPKCECodeVerifier();
    const errand = { state: client.randomState(), nonce: client.randomNonce(), verifier, returnTo, screen };
    const url = client.buildAuthorizationUrl(server, {
      redirect_uri: returnTo,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: errand.state,
      nonce: errand.nonce,
    });
    return { url: url.href, errand };
  }

  /** Redeems the code the browser came back with (`query`, with its question mark). */
  async finish(query: string, { state, nonce, verifier, returnTo }: Errand): Promise<Vouched> {
    const client = await import('openid-client');
    const server = await this.server();
    try {
      const tokens = await client.authorizationCodeGrant(server, new URL(returnTo + query), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const { iss, sub, ...inToken } = tokens.claims()!;
      const asked = server.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(server, tokens.access_token, sub)
        : {};
      const claims: Record<string, unknown> = { ...inToken, ...asked };
      const login = this.settings!.loginClaim && claims[this.settings!.loginClaim];
      return {
        issuer: iss,
        subject: sub,
        ...(claims.email_verified === true && typeof claims.email === 'string' && { email: claims.email }),
        ...(typeof login === 'string' && { login }),
      };
    } catch (error) {
      this.log.warn(`Máy chủ định danh không xác nhận: ${(error as { code?: string }).code ?? (error as Error).name}`);
      throw new DomainError(
        'identity-refused',
        'Máy chủ định danh chưa xác nhận lần đăng nhập này; hãy bắt đầu lại từ màn hình đăng nhập.',
      );
    }
  }

  /** Looked up at the first use and kept; a server that is away is asked again the next time. */
  private server(): Promise<Configuration> {
    if (!this.settings) throw new DomainError('not-found', 'Đơn vị chưa dùng máy chủ định danh nào.');
    this.found ??= this.discover(this.settings).catch((error: Error) => {
      this.found = undefined;
      this.log.warn(`Không hỏi được máy chủ định danh: ${error.name}`);
      throw new DomainError(
        'identity-server-away',
        'Máy chủ định danh không trả lời; hãy đăng nhập bằng mật khẩu, hoặc thử lại sau ít phút.',
      );
    });
    return this.found;
  }

  private async discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
    const client = await import('openid-client');
    // Plain http has been refused by the configuration unless the server is on this machine.
    const insecure = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    // The signature of what is certified is checked even where it came straight from the server.
    const execute = [client.enableNonRepudiationChecks, ...insecure];
    return client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
  }
}
