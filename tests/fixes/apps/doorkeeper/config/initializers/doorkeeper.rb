Person = Struct.new(:id)

Doorkeeper.configure do
  # ---- new lines go here
  grant_flows %w[authorization_code]
  resource_owner_authenticator { session[:name] == 'ann' ? Person.new(1) : redirect_to('/login') }
  skip_authorization { true }
  use_refresh_token
  default_scopes :read
end
