# What a guard refuses, told so that a program understands it, and tokens beside it.
module MachineAccess
  extend ActiveSupport::Concern

  CHALLENGE = '{{CHALLENGE}}'
  HELP = '{{HELP}}'
  # The field in which today's credentials travel.
  CREDENTIAL_FIELD = '{{CREDENTIAL_FIELD}}'

  private

  # Who holds a known token goes on, as @machine; everybody else is the guard's, as before.
  def beside(&guard)
    @machine = MachineClients.caller_of(request.headers['Authorization'])
    restate(&guard) unless @machine
  end

  # A scope that a machine client must have. People are not limited by it.
  def require_scope(scope)
    return if @machine.nil? || @machine['scopes'].include?(scope)

    response.headers['WWW-Authenticate'] = %(Bearer error="insufficient_scope", scope="#{scope}")
    render json: { error: 'insufficient_scope', error_description: "This token lacks the scope #{scope}." }, status: :forbidden
  end

  # Runs the guard. Its answers to browsers stay; what it lets through is answered as before.
  def restate
    yield
    return unless performed? && restate?(response.status)

    failed = CHALLENGE.start_with?('Bearer') && request.headers['Authorization'].to_s.match?(/\Abearer\b/i)
    body = {
      'error' => failed ? 'invalid_token' : 'missing_token',
      'error_description' => failed ? 'The token is unknown, expired or revoked.' : 'Send the credential that the challenge names.',
      'help' => HELP
    }
    old = members_of(response.body)
    # Not by render: the guard has rendered or redirected already.
    response.status = 401
    response.content_type = 'application/json'
    response.headers.delete('Location')
    response.headers['WWW-Authenticate'] = failed ? %(#{CHALLENGE}, error="invalid_token") : CHALLENGE
    self.response_body = body.merge(old).to_json
  end

  def members_of(text)
    value = JSON.parse(text)
    value.is_a?(Hash) ? value : {}
  rescue JSON::ParserError
    {}
  end

  # Browsers send Sec-Fetch-Site, a cookie, or ask for HTML. Who brought a credential and may not do this keeps hearing 403.
  def restate?(status)
    return false if request.headers['Sec-Fetch-Site'] || request.headers['Cookie'] || request.headers['Accept'].to_s.include?('text/html')

    status == 401 || (300..399).cover?(status) || (status == 403 && request.headers[CREDENTIAL_FIELD].blank?)
  end
end
