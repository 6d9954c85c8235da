# client_credentials at a token endpoint (RFC 6749 section 4.4), and nothing else.
class MachineTokensController < ActionController::API
  Basic = ActionController::HttpAuthentication::Basic

  def create
    form = URI.decode_www_form(request.raw_post)
    return refuse(400, 'invalid_request', 'A parameter is repeated.') if form.uniq(&:first).size < form.size

    answer(form.to_h)
  rescue ArgumentError
    refuse(400, 'invalid_request', 'Send the body as application/x-www-form-urlencoded.')
  end

  private

  def answer(form)
    grant = form['grant_type'].to_s
    return refuse(400, 'invalid_request', 'grant_type is missing.') if grant.empty?
    return refuse(400, 'unsupported_grant_type', 'Use client_credentials.') unless grant == 'client_credentials'

    basic = Basic.has_basic_credentials?(request)
    return refuse(400, 'invalid_request', 'Send client_id and client_secret in Basic or in the body, not in both.') if basic && form['client_secret']

    # RFC 6749 section 2.3.1: in Basic, id and secret are form-urlencoded before base64.
    id, secret = basic ? Basic.user_name_and_password(request).map { |one| CGI.unescape(one) } : form.values_at('client_id', 'client_secret')
    grant_to(id, MachineClients.scopes_of(id, secret), form['scope'].to_s.split)
  end

  def grant_to(id, known, wanted)
    if known.nil?
      response.headers['WWW-Authenticate'] = 'Basic realm="token"'
      return refuse(401, 'invalid_client', 'The client id or secret is wrong.')
    end
    return refuse(400, 'invalid_scope', "This client has: #{known.join(' ')}") unless (wanted - known).empty?

    scopes = wanted.empty? ? known : wanted
    response.headers['Cache-Control'] = 'no-store'
    render json: { access_token: MachineClients.issue(id, scopes), token_type: 'Bearer', expires_in: MachineClients::LIFETIME, scope: scopes.join(' ') }
  end

  def refuse(status, error, description)
    response.headers['Cache-Control'] = 'no-store'
    render json: { error: error, error_description: description }, status: status
  end
end
